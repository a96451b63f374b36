package io.tillgate.tenancy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The calendars that come with the platform, by name; their lists are files under {@code calendars/} whose README names
 * the sources. A calendar is read when it is first asked for.
 */
public final class BusinessCalendars {
    public static final Set<String> NAMES = Set.of("target2", "china", "us-fed", "hongkong");

    private static final int CHINA_FROM = 2019;
    private static final int CHINA_TO = 2026;
    private static final Map<String, BusinessCalendar> READ = new ConcurrentHashMap<>();

    private BusinessCalendars() {}

    /**
     * The calendar of this name.
     *
     * @throws IllegalArgumentException if the name is not one of {@link #NAMES}
     */
    public static BusinessCalendar of(String name) {
        return READ.computeIfAbsent(name, BusinessCalendars::read);
    }

    private static BusinessCalendar read(String name) {
        return switch (name) {
            case "target2" -> list(name, "target2-closing-days.csv", 0);
            case "hongkong" -> list(name, "hongkong-2024-2030.csv", 0);
            // the second column: a holiday on Sunday closes the banks on Monday, one on Saturday closes nothing
            case "us-fed" -> list(name, "us-fed-holidays.csv", 1);
            case "china" -> china();
            default -> throw new IllegalArgumentException("no calendar " + name);
        };
    }

    private static BusinessCalendar list(String name, String file, int column) {
        Set<LocalDate> closed = new HashSet<>();
        try (BufferedReader lines = new BufferedReader(new InputStreamReader(open(file), StandardCharsets.UTF_8))) {
            lines.lines()
                    .skip(1)
                    .map(line -> line.split(",", -1)[column])
                    .filter(date -> !date.isBlank())
                    .forEach(date -> closed.add(LocalDate.parse(date)));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return new BusinessCalendar(name, closed, Set.of());
    }

    private static BusinessCalendar china() {
        Set<LocalDate> closed = new HashSet<>();
        Set<LocalDate> worked = new HashSet<>();
        for (int year = CHINA_FROM; year <= CHINA_TO; year++) {
            try (InputStream file = open("china/" + year + ".json")) {
                for (JsonNode day : new ObjectMapper().readTree(file).get("days")) {
                    LocalDate date = LocalDate.parse(day.get("date").asText());
                    if (date.getYear()
                            >= CHINA_FROM) { // the first notice reaches back into a year we have no notice of
                        (day.get("isOffDay").asBoolean() ? closed : worked).add(date);
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }
        return new BusinessCalendar("china", closed, worked);
    }

    private static InputStream open(String file) throws IOException {
        InputStream stream = BusinessCalendars.class.getResourceAsStream("/calendars/" + file);
        if (stream == null) {
            throw new IOException("calendars/" + file + " is not packaged");
        }
        return stream;
    }
}
