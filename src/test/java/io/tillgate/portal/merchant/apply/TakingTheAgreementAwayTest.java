package io.tillgate.portal.merchant.apply;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.documents.ServiceClasses;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** An address is either a page's or a file's: who reloads the answer to a form gets the page again. */
class TakingTheAgreementAwayTest {
    private static final String APPLICATION = "/portal/{slug}/application";

    @Test
    void no_file_is_served_where_a_form_of_an_application_posts() {
        Set<String> forms = routes(POST.class).map(Map.Entry::getKey).collect(Collectors.toSet());

        assertThat(routes(GET.class)
                        .filter(page -> forms.contains(page.getKey()))
                        .toList())
                .extracting(Map.Entry::getKey)
                .contains(APPLICATION + "/agreement");
        assertThat(routes(GET.class)
                        .filter(page -> forms.contains(page.getKey()))
                        .filter(page -> !produced(page.getValue()).equals(List.of(MediaType.TEXT_HTML)))
                        .toList())
                .isEmpty();
    }

    @Test
    void the_text_to_accept_is_taken_from_an_address_of_its_own() throws IOException {
        String terms =
                Files.readString(java.nio.file.Path.of("src/main/resources/templates/merchant/apply/applyTerms.html"));
        List<String> linked = Pattern.compile("href=\"\\{frame\\.base}([^?\"]*)[^\"]*\" download")
                .matcher(terms)
                .results()
                .map(link -> "/portal/{slug}" + link.group(1))
                .toList();

        assertThat(linked).containsExactly(APPLICATION + "/agreement/text");
        assertThat(routes(GET.class)
                        .filter(route -> linked.contains(route.getKey()))
                        .toList())
                .singleElement()
                .satisfies(route -> assertThat(produced(route.getValue())).containsExactly(MediaType.TEXT_PLAIN));
    }

    private static Stream<Map.Entry<String, Method>> routes(Class<? extends Annotation> verb) {
        return ServiceClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(Path.class))
                .filter(type -> type.getAnnotationOfType(Path.class).value().equals(APPLICATION))
                .<Class<?>>map(type -> type.reflect())
                .flatMap(type -> Stream.of(type.getDeclaredMethods())
                        .filter(method -> method.isAnnotationPresent(verb))
                        .map(method -> Map.entry(path(type, method), method)));
    }

    private static String path(Class<?> type, Method method) {
        String below = Optional.ofNullable(method.getAnnotation(Path.class))
                .map(own -> "/" + own.value())
                .orElse("");
        return type.getAnnotation(Path.class).value() + below;
    }

    private static List<String> produced(Method method) {
        return Stream.of(
                        method.getAnnotation(Produces.class),
                        method.getDeclaringClass().getAnnotation(Produces.class))
                .filter(each -> each != null)
                .findFirst()
                .map(each -> List.of(each.value()))
                .orElse(List.of());
    }
}
