package io.tillgate.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import io.smallrye.config.common.utils.StringUtil;
import java.lang.reflect.Method;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code configuration.md} names every key of ours with its default, and none that is not read. */
class DocumentedConfigurationTest {
    private static final ReferencePage PAGE = ReferencePage.read("configuration.md");

    /** Read one by one, not by a mapping. */
    private static final List<String> SINGLE_KEYS =
            List.of("tillgate.data .tillgate", "tillgate.embedded.users –", "tillgate.embedded.clock-secret –");

    @Test
    void every_key_is_documented_with_its_default_and_no_other() {
        List<String> read = Stream.concat(SINGLE_KEYS.stream(), mappedKeys()).toList();

        List<String> documented = PAGE.rows().stream()
                .filter(row -> row.first().startsWith("tillgate."))
                .map(row -> row.first() + " " + row.second())
                .toList();

        assertThat(read).hasSizeGreaterThan(40);
        assertThat(documented).containsExactlyInAnyOrderElementsOf(read);
    }

    private static Stream<String> mappedKeys() {
        return ServiceClasses.ALL.stream()
                .filter(type -> type.isAnnotatedWith(ConfigMapping.class))
                .map(JavaClass::reflect)
                .flatMap(DocumentedConfigurationTest::keys);
    }

    private static Stream<String> keys(Class<?> mapping) {
        String prefix = mapping.getAnnotation(ConfigMapping.class).prefix();
        return Stream.of(mapping.getDeclaredMethods())
                .filter(method -> !method.isDefault() && !method.isSynthetic())
                .map(method -> prefix + "." + StringUtil.skewer(method.getName()) + " " + defaultOf(method));
    }

    private static String defaultOf(Method method) {
        WithDefault given = method.getAnnotation(WithDefault.class);
        return given == null ? "–" : given.value();
    }
}
