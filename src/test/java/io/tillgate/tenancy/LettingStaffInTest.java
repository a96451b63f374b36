package io.tillgate.tenancy;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.platform.identity.Caller;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.MerchantId;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class LettingStaffInTest {
    private static final MerchantId MINE = new MerchantId(new UUID(1, 1));
    private static final MerchantId ANOTHERS = new MerchantId(new UUID(2, 2));

    @Test
    void an_operator_gives_a_tenant_its_administrators_and_nothing_else() {
        assertThat(StaffPolicy.rolesGivenBy(caller(Roles.OPERATOR, null))).containsExactly(Roles.ACQUIRER_ADMIN);
    }

    @Test
    void an_administrator_lets_in_colleagues_and_owners() {
        assertThat(StaffPolicy.rolesGivenBy(caller(Roles.ACQUIRER_ADMIN, null)))
                .containsAll(Roles.OF_ACQUIRER)
                .contains(Roles.MERCHANT_OWNER)
                .doesNotContain(Roles.OPERATOR, Roles.BANK, Roles.MERCHANT_MANAGER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"underwriter", "risk-analyst", "finance", "support", "merchant-manager", "bank"})
    void nobody_else_lets_anybody_in(String role) {
        assertThat(StaffPolicy.rolesGivenBy(caller(role, MINE))).isEmpty();
    }

    @Test
    void an_owner_lets_in_managers_of_the_own_merchant_whatever_was_asked_for() {
        Caller owner = caller(Roles.MERCHANT_OWNER, MINE);

        assertThat(StaffPolicy.rolesGivenBy(owner)).containsExactly(Roles.MERCHANT_MANAGER);
        assertThat(StaffPolicy.merchantOf(owner, Roles.MERCHANT_MANAGER, ANOTHERS))
                .isEqualTo(MINE);
    }

    @Test
    void an_owner_without_a_merchant_lets_nobody_in() {
        assertThat(StaffPolicy.rolesGivenBy(caller(Roles.MERCHANT_OWNER, null))).isEmpty();
    }

    @Test
    void staff_of_the_acquirer_are_of_no_merchant() {
        assertThat(StaffPolicy.merchantOf(caller(Roles.ACQUIRER_ADMIN, null), Roles.FINANCE, ANOTHERS))
                .isNull();
    }

    @Test
    void an_owner_manages_no_owner_and_nobody_of_another_merchant() {
        Caller owner = caller(Roles.MERCHANT_OWNER, MINE);

        assertThat(StaffPolicy.mayManage(owner, member(Roles.MERCHANT_MANAGER, MINE)))
                .isTrue();
        assertThat(StaffPolicy.mayManage(owner, member(Roles.MERCHANT_MANAGER, ANOTHERS)))
                .isFalse();
        assertThat(StaffPolicy.mayManage(owner, member(Roles.MERCHANT_MANAGER, null)))
                .isFalse();
        assertThat(StaffPolicy.mayManage(owner, member(Roles.MERCHANT_OWNER, MINE)))
                .isFalse();
        assertThat(StaffPolicy.mayManage(owner, member(Roles.ACQUIRER_ADMIN, null)))
                .isFalse();
    }

    private static Caller caller(String role, @Nullable MerchantId merchant) {
        return new Caller(Tenant.idOf("harbour"), "harbour", "subject", "name", Set.of(role), merchant, "127.0.0.1");
    }

    private static StaffMember member(String role, @Nullable MerchantId merchant) {
        return new StaffMember("id", "name", "name@example.com", Set.of(role), merchant, true);
    }
}
