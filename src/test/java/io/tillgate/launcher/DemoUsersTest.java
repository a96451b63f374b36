package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DemoUsersTest {
    @TempDir
    private Path base = Path.of("");

    @BeforeEach
    void two_tenants() throws IOException {
        Files.createDirectories(base.resolve("tenants"));
        tenantFile("jiuzhou.yaml");
        tenantFile("harbour.yaml");
        tenantFile("README.md");
    }

    @Test
    void each_tenant_file_has_its_people_and_its_bank() {
        DemoUsers users = DemoUsers.of(places());

        assertThat(users.tenants()).extracting(DemoUsers.Tenant::slug).containsExactly("harbour", "jiuzhou");
        assertThat(roles(users.tenants().getFirst()))
                .containsEntry("merchant-owner", 2L)
                .containsEntry("acquirer-admin", 2L)
                .containsEntry("finance", 2L)
                .containsOnlyKeys(
                        "merchant-owner",
                        "merchant-manager",
                        "acquirer-admin",
                        "underwriter",
                        "risk-analyst",
                        "finance",
                        "support");
        assertThat(users.tenants())
                .allSatisfy(
                        tenant -> assertThat(tenant.bankClient().clientSecret()).hasSizeGreaterThan(31));
    }

    @Test
    void no_two_people_share_a_password() {
        DemoUsers users = DemoUsers.of(places());

        List<String> passwords = users.tenants().stream()
                .flatMap(tenant -> tenant.users().stream())
                .map(DemoUsers.User::password)
                .toList();

        assertThat(passwords).hasSize(20).doesNotHaveDuplicates();
    }

    @Test
    void the_next_start_finds_the_same_people() {
        DemoUsers first = DemoUsers.of(places());

        assertThat(DemoUsers.of(places())).isEqualTo(first);
    }

    @Test
    void a_tenant_file_that_is_added_later_gets_people_and_the_others_keep_theirs() throws IOException {
        DemoUsers first = DemoUsers.of(places());
        tenantFile("island.yaml");

        DemoUsers later = DemoUsers.of(places());

        assertThat(later.tenants()).extracting(DemoUsers.Tenant::slug).containsExactly("harbour", "island", "jiuzhou");
        assertThat(later.tenants()).containsAll(first.tenants());
    }

    private Places places() {
        return Places.at(base, base.resolve("data"));
    }

    private void tenantFile(String name) throws IOException {
        Files.createFile(base.resolve("tenants").resolve(name));
    }

    private static Map<String, Long> roles(DemoUsers.Tenant tenant) {
        return tenant.users().stream().collect(Collectors.groupingBy(DemoUsers.User::role, Collectors.counting()));
    }
}
