package io.tillgate.documents;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import io.tillgate.shared.ProblemCode;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** {@code problem-codes.md} names every code, with its category and in the order of the code. */
class DocumentedProblemCodesTest {
    private static final ReferencePage PAGE = ReferencePage.read("problem-codes.md");

    @Test
    void every_code_is_documented_with_its_category_and_in_order() {
        List<Class<?>> enums = enumsOfCodes();

        assertThat(enums).hasSizeGreaterThan(10);
        for (Class<?> type : enums) {
            assertThat(PAGE.section("(`" + type.getSimpleName() + "`)").stream()
                            .map(row -> row.first() + " " + row.second()))
                    .as(type.getName())
                    .containsExactlyElementsOf(codes(type));
        }
    }

    @Test
    void no_code_is_documented_that_is_not_there() {
        List<String> known = enumsOfCodes().stream()
                .map(type -> "(`" + type.getSimpleName() + "`)")
                .toList();

        assertThat(PAGE.rows().stream().map(ReferencePage.Row::section).distinct())
                .filteredOn(section -> section.contains("(`"))
                .allMatch(section -> known.stream().anyMatch(section::contains));
    }

    private static List<String> codes(Class<?> type) {
        return Stream.of(type.getEnumConstants())
                .map(ProblemCode.class::cast)
                .map(code -> code.code() + " " + code.category())
                .toList();
    }

    private static List<Class<?>> enumsOfCodes() {
        return ServiceClasses.ALL.stream()
                .filter(type -> type.isEnum() && type.isAssignableTo(ProblemCode.class))
                .<Class<?>>map(JavaClass::reflect)
                .toList();
    }
}
