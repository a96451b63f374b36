package io.tillgate.portal;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Response;
import io.tillgate.stack.People.Person;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Visits pages as one person and says what is wrong with them: another answer than a page, something the browser complains of,
 * something that cannot be used by everybody (axe), a page wider than the screen. Leaves a picture of each in
 * {@code target/screenshots}.
 */
final class PortalTour implements AutoCloseable {
    private final PortalBrowser browser;
    private final String slug;
    private final Person person;
    private final Set<String> inGuides = GuidePictures.named();
    private final Map<String, BrowserContext> signedIn = new HashMap<>();

    PortalTour(PortalBrowser browser, String slug, Person person) {
        this.browser = browser;
        this.slug = slug;
        this.person = person;
    }

    /** Empty where all is well; otherwise one line a fault, which names the page. */
    List<String> faults(List<PageVisit> visits) {
        List<String> found = new ArrayList<>();
        for (PageVisit visit : visits) {
            look(visit).forEach(fault -> found.add(visit.picture() + ": " + fault));
        }
        return found;
    }

    private List<String> look(PageVisit visit) {
        List<String> found = new ArrayList<>();
        try (Page page = context(visit).newPage()) {
            page.onConsoleMessage(message -> {
                if (message.type().equals("error")) {
                    found.add("the browser says " + message.text());
                }
            });
            page.onPageError(error -> found.add("a script failed: " + error));
            String path = visit.path().isEmpty() ? "" : "/" + visit.path();
            Response answer = page.navigate(browser.at("/portal/" + slug + path));
            if (answer.status() != 200) {
                found.add("answered " + answer.status());
            }
            if (page.locator("h1").count() != 1) {
                found.add("has " + page.locator("h1").count() + " first headings");
            }
            if (!page.getAttribute("html", "lang").startsWith(visit.language())) {
                found.add("is not in the reader's language");
            }
            page.waitForFunction("!window.echarts || [...document.querySelectorAll('figure[data-chart]')]"
                    + ".every(each => each.classList.contains('is-drawn') || !each.querySelector('tbody tr'))");
            PortalBrowser.picture(page, visit.picture());
            if (inGuides.contains(visit.picture())) {
                PortalBrowser.pictureForGuides(page, visit.picture());
            }
            if (!Boolean.TRUE.equals(page.evaluate("document.documentElement.scrollWidth <= innerWidth"))) {
                found.add("is wider than the screen");
            }
            new AxeBuilder(page)
                    .analyze()
                    .getViolations()
                    .forEach(rule -> found.add("axe: " + rule.getHelp() + " at "
                            + rule.getNodes().getFirst().getHtml()));
        }
        return found;
    }

    private BrowserContext context(PageVisit visit) {
        return signedIn.computeIfAbsent(visit.locale() + visit.scheme() + visit.width(), key -> {
            BrowserContext context = browser.context(visit.locale(), visit.width(), visit.scheme());
            try (Page page = context.newPage()) {
                browser.signIn(page, slug, person);
            }
            return context;
        });
    }

    @Override
    public void close() {
        signedIn.values().forEach(BrowserContext::close);
    }
}
