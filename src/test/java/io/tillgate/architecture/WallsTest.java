package io.tillgate.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The walls between packages: who may use whom, where frameworks may go, and what names say. */
class WallsTest {
    /** A package may use only what stands before it. */
    private static final List<String> ORDER = List.of(
            "shared",
            "platform",
            "tenancy",
            "ledger",
            "pricing",
            "risk",
            "merchants",
            "onboarding",
            "catalogue",
            "terminals",
            "payments",
            "sales",
            "settlement",
            "analytics",
            "webhooks",
            "portal");

    private static final String ROOT = "io.tillgate.";
    private static final JavaClasses CODE = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages("io.tillgate");

    @Test
    void a_capability_uses_only_what_stands_above_it() {
        for (int i = 0; i < ORDER.size(); i++) {
            String[] below = ORDER.subList(i + 1, ORDER.size()).stream()
                    .map(name -> ROOT + name + "..")
                    .toArray(String[]::new);
            if (below.length > 0) {
                noClasses()
                        .that()
                        .resideInAPackage(ROOT + ORDER.get(i) + "..")
                        .should()
                        .dependOnClassesThat()
                        .resideInAnyPackage(below)
                        .allowEmptyShould(true)
                        .check(CODE);
            }
        }
    }

    @Test
    void other_packages_see_only_the_root_of_a_capability() {
        for (String capability : ORDER.subList(2, ORDER.size())) {
            noClasses()
                    .that()
                    .resideOutsideOfPackage(ROOT + capability + "..")
                    .should()
                    .dependOnClassesThat(inside(capability))
                    .because("the root of a package is its front door")
                    .allowEmptyShould(true)
                    .check(CODE);
        }
    }

    @Test
    void the_portals_faces_share_their_frame_and_nothing_else() {
        List<String> faces = List.of("merchant", "acquirer", "operator");
        for (String face : faces) {
            noClasses()
                    .that()
                    .resideInAPackage(ROOT + "portal." + face + "..")
                    .should()
                    .dependOnClassesThat()
                    .resideInAnyPackage(faces.stream()
                            .filter(other -> !other.equals(face))
                            .map(other -> ROOT + "portal." + other + "..")
                            .toArray(String[]::new))
                    .check(CODE);
        }
        noClasses()
                .that()
                .resideInAPackage(ROOT + "portal.frame..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(faces.stream()
                        .map(face -> ROOT + "portal." + face + "..")
                        .toArray(String[]::new))
                .check(CODE);
    }

    @Test
    void the_merchants_rooms_share_the_shop_and_nothing_else() {
        String face = ROOT + "portal.merchant.";
        slices().matching(face + "(*)..")
                .should()
                .notDependOnEachOther()
                .ignoreDependency(resideInAPackage("..portal.merchant.."), resideInAPackage(face + "shop"))
                .ignoreDependency(resideInAPackage(face + "home"), resideInAnyPackage(face + "payouts", face + "apply"))
                .because("a room can be read alone; the first page shows what others say")
                .check(CODE);
        noClasses()
                .that()
                .resideInAPackage(face + "*..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage(ROOT + "portal.merchant")
                .because("the face knows its rooms, and no room the face")
                .check(CODE);
    }

    @Test
    void the_domain_is_pure() {
        classes()
                .that()
                .resideInAPackage("..domain..")
                .should()
                .onlyDependOnClassesThat(pureFor())
                .because("a decision is a function of its arguments")
                .check(CODE);
    }

    @Test
    void shared_words_stand_on_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage(ROOT + "shared..")
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage("java..", ROOT + "shared..", "org.jspecify..")
                .check(CODE);
    }

    @Test
    void the_simulators_share_nothing_with_the_service() {
        noClasses()
                .that()
                .resideInAPackage(ROOT + "simulator..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ORDER.subList(1, ORDER.size()).stream()
                        .map(name -> ROOT + name + "..")
                        .toArray(String[]::new))
                .because("one mistake must not stand on both sides")
                .check(CODE);
        noClasses()
                .that()
                .resideOutsideOfPackages(ROOT + "simulator..", ROOT + "launcher..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(ROOT + "simulator..", ROOT + "launcher..")
                .because("neither is in the production image")
                .check(CODE);
    }

    @Test
    void capabilities_are_free_of_cycles() {
        slices().matching(ROOT + "(*)..")
                .should()
                .beFreeOfCycles()
                .ignoreDependency(ROOT + "launcher..", ROOT + "simulator..")
                .check(CODE);
    }

    @Test
    void only_the_platform_opens_the_database() {
        noClasses()
                .that()
                .resideOutsideOfPackage(ROOT + "platform..")
                .and()
                .resideOutsideOfPackage(ROOT + "launcher..")
                .should()
                .dependOnClassesThat()
                .haveFullyQualifiedName("io.vertx.mutiny.sqlclient.Pool")
                .because("TenantTransaction is the one door")
                .check(CODE);
    }

    @Test
    void names_say_what_a_thing_is() {
        noClasses()
                .should()
                .haveNameMatching(".*\\.(\\w*(Manager|Helper|Utils?|Impl|Processor|Dto|DTO)|Base\\w+|Abstract\\w+)")
                .check(CODE);
    }

    @Test
    void money_knows_no_floating_point() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        ROOT + "ledger..",
                        ROOT + "pricing..",
                        ROOT + "payments..",
                        ROOT + "sales..",
                        ROOT + "settlement..",
                        ROOT + "analytics..")
                .and()
                // points on paper are no money
                .resideOutsideOfPackage(ROOT + "settlement.statement.pdf..")
                .should(useFloatingPoint())
                .check(CODE);
    }

    private static DescribedPredicate<JavaClass> inside(String capability) {
        return DescribedPredicate.describe(
                "inside " + capability,
                type -> type.getPackageName().startsWith(ROOT + capability + ".")
                        && !(capability.equals("payments")
                                && type.getPackageName().equals(ROOT + "payments.card")));
    }

    /** The JDK, shared words, its own package's root and its own domain. */
    private static DescribedPredicate<JavaClass> pureFor() {
        return DescribedPredicate.describe(
                "the JDK, shared words, or a package's own root and domain",
                type -> type.getPackageName().startsWith("java.")
                        || type.getPackageName().startsWith("org.jspecify")
                        || type.getPackageName().startsWith(ROOT + "shared")
                        || type.getPackageName().endsWith(".domain")
                        || type.getPackageName().matches("io\\.tillgate\\.[a-z]+")
                        || type.isArray()
                        || type.isPrimitive());
    }

    private static ArchCondition<JavaClass> useFloatingPoint() {
        return new ArchCondition<>("use double or float") {
            @Override
            public void check(JavaClass type, ConditionEvents events) {
                type.getFields().stream()
                        .filter(field -> List.of("double", "float", "java.lang.Double", "java.lang.Float")
                                .contains(field.getRawType().getName()))
                        .forEach(field -> events.add(
                                SimpleConditionEvent.satisfied(type, field.getFullName() + " is a fraction")));
            }
        };
    }
}
