package io.tillgate.launcher.bench;

import io.tillgate.launcher.demo.Api.Who;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Somebody at a browser on this machine: signs in to the portal by the code flow and keeps cookies. As browsers do, it takes
 * {@code localhost} for safe, and cookies for the host whatever its port.
 */
final class Browser {
    private static final int REDIRECTS_MAX = 12;
    private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newHttpClient();
    private final Map<String, String> cookies = new TreeMap<>();

    /** Where it ended after all redirections. */
    record Seen(URI uri, int status, String body) {}

    /** Signs in where this page sends it; the page. */
    Seen signIn(URI page, Who who) {
        Seen form = follow(HttpRequest.newBuilder(page));
        Matcher action = FORM.matcher(form.body());
        if (!action.find()) {
            throw new IllegalStateException("no form to sign in at " + form.uri() + ": " + form.status());
        }
        String fields =
                Map.of("username", who.username(), "password", who.password(), "credentialId", "").entrySet().stream()
                        .map(field ->
                                field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                        .collect(Collectors.joining("&"));
        Seen home =
                follow(HttpRequest.newBuilder(form.uri().resolve(action.group(1).replace("&amp;", "&")))
                        .header("Content-Type", "application/x-www-form-urlencoded")
                        .POST(HttpRequest.BodyPublishers.ofString(fields)));
        if (home.status() != 200 || !home.uri().getPath().equals(page.getPath())) {
            throw new IllegalStateException("signing in ended at " + home.uri() + " with " + home.status());
        }
        return home;
    }

    /** One request that has to be answered with a page. */
    String page(URI uri) {
        HttpResponse<String> answer = send(HttpRequest.newBuilder(uri));
        if (answer.statusCode() != 200) {
            throw new IllegalStateException(uri + " answered " + answer.statusCode());
        }
        return answer.body();
    }

    private Seen follow(HttpRequest.Builder request) {
        HttpResponse<String> answer = send(request);
        for (int hop = 0; answer.statusCode() / 100 == 3 && hop < REDIRECTS_MAX; hop++) {
            answer = send(HttpRequest.newBuilder(
                    answer.uri().resolve(answer.headers().firstValue("Location").orElseThrow())));
        }
        return new Seen(answer.uri(), answer.statusCode(), answer.body());
    }

    private HttpResponse<String> send(HttpRequest.Builder request) {
        if (!cookies.isEmpty()) {
            request.header(
                    "Cookie",
                    cookies.entrySet().stream()
                            .map(cookie -> cookie.getKey() + "=" + cookie.getValue())
                            .collect(Collectors.joining("; ")));
        }
        try {
            HttpResponse<String> answer =
                    client.send(request.timeout(Duration.ofSeconds(30)).build(), HttpResponse.BodyHandlers.ofString());
            answer.headers().allValues("Set-Cookie").forEach(this::keep);
            return answer;
        } catch (IOException fault) {
            throw new IllegalStateException("no answer from " + request.build().uri() + ": " + fault.getMessage());
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(stop);
        }
    }

    private void keep(String cookie) {
        String[] pair = cookie.split(";", 2)[0].split("=", 2);
        if (pair.length < 2 || pair[1].isEmpty() || cookie.contains("Max-Age=0")) {
            cookies.remove(pair[0]);
        } else {
            cookies.put(pair[0], pair[1]);
        }
    }
}
