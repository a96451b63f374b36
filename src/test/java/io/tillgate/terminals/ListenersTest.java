package io.tillgate.terminals;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.tillgate.platform.http.Listener;
import jakarta.ws.rs.Path;
import org.junit.jupiter.api.Test;

/** Each resource names its listener: what terminals and banks use is on the device listener, all else is not. */
class ListenersTest {
    private final JavaClasses service = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.tillgate");

    @Test
    void only_enrolment_and_the_bank_answer_on_the_device_listener() {
        var device = service.stream()
                .filter(c -> c.isAnnotatedWith(Path.class) && c.isAnnotatedWith(Listener.class))
                .filter(c -> c.getAnnotationOfType(Listener.class).value() != Listener.Port.WEB)
                .map(c -> c.getAnnotationOfType(Path.class).value())
                .toList();

        assertThat(device)
                .isNotEmpty()
                .allMatch(path -> path.startsWith("/.well-known/est/") || path.startsWith("/bank/v1"));
    }

    @Test
    void enrolment_is_not_on_the_web_listener() {
        assertThat(service.stream()
                        .filter(c -> c.isAnnotatedWith(Path.class))
                        .filter(c -> c.getAnnotationOfType(Path.class).value().startsWith("/.well-known/est/"))
                        .toList())
                .isNotEmpty()
                .allMatch(c -> c.isAnnotatedWith(Listener.class)
                        && c.getAnnotationOfType(Listener.class).value() == Listener.Port.DEVICE);
    }
}
