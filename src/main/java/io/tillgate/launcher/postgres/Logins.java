package io.tillgate.launcher.postgres;

/**
 * The passwords of the cluster's roles.
 *
 * @param superuser of {@code postgres}: the launcher's own, for making roles and databases
 * @param owner of {@code tillgate_owner}: owns the tables, runs the migrations
 * @param app of {@code tillgate_app}: what the service connects as; owns nothing
 * @param keycloak of {@code keycloak}: owns Keycloak's database
 */
public record Logins(String superuser, String owner, String app, String keycloak) {
    @Override
    public String toString() {
        return "Logins";
    }
}
