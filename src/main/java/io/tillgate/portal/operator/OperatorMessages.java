package io.tillgate.portal.operator;

import io.quarkus.qute.i18n.MessageBundle;

/** The words of the operator's face; they stand in {@code messages/operator_en.properties} and {@code messages/operator_zh.properties}. */
@MessageBundle(value = "operator", locale = "en")
public interface OperatorMessages {
    String face();

    String nav_home();

    String nav_health();

    String nav_audit();

    String tenants_about();

    String tenants_empty();

    String tenants_empty_about();

    String tenant();

    String currency();

    String zone();

    String state();

    String active();

    String suspended();

    String merchants();

    String tills();

    String tills_online();

    String limits();

    String sale_max();

    String messages_max();

    String settings();

    String cut_off();

    String calendar();

    String fee_plans();

    String hosts();

    String file();

    String what_to_do();

    String suspend();

    String suspend_will(String name);

    String reason();

    String reason_about();

    String say_why();

    String resume();

    String resume_will(String name);

    String said_suspended(String slug);

    String said_resumed(String slug);

    String ready();

    String ready_about();

    String not_ready();

    String not_ready_about();

    String up();

    String down();

    String audit_about();

    String audit_empty();

    String audit_empty_about();

    String when();

    String who();

    String what();

    String about_what();

    String pages();

    String next_page();

    String part_database();

    String part_migrations();

    String part_enrolment();

    String part_tills();

    String part_hosts();

    String part_jobs();

    String part_tenants();

    String part_keys();

    String did_apply();

    String did_suspend();

    String did_resume();

    String did_bank_client();

    String did_staff();

    String did_staff_out();
}
