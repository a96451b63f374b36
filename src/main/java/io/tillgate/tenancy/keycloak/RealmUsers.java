package io.tillgate.tenancy.keycloak;

import io.smallrye.mutiny.Multi;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.crypto.SecurityModule;
import io.tillgate.platform.identity.ClientSecrets;
import io.tillgate.platform.identity.Roles;
import io.tillgate.shared.CommonProblem;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Refusal;
import io.tillgate.tenancy.CreateStaff;
import io.tillgate.tenancy.FirstSignIn;
import io.tillgate.tenancy.Staff;
import io.tillgate.tenancy.StaffMember;
import io.tillgate.tenancy.TenancyProblem;
import io.vertx.core.json.JsonArray;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;

/** The people of one realm, through its own service account. */
@ApplicationScoped
public class RealmUsers {
    private static final Set<String> BUSINESS = businessRoles();
    private static final String CHOOSE_PASSWORD = "UPDATE_PASSWORD";

    private final KeycloakConnection keycloak;
    private final Realms realms;
    private final ClientSecrets secrets;

    RealmUsers(KeycloakConnection keycloak, Realms realms, SecurityModule module) {
        this.keycloak = keycloak;
        this.realms = realms;
        this.secrets = new ClientSecrets(module);
    }

    /**
     * In one call, so that nobody is left without a role when something fails.
     *
     * @param first how somebody signs in for whom the command has no password
     */
    public Uni<StaffMember> create(String realm, CreateStaff command, FirstSignIn first) {
        JsonObject request = new JsonObject()
                .put("ifResourceExists", "FAIL")
                .put("users", new JsonArray().add(user(command, first)));
        return as(
                realm,
                token -> keycloak.post(token, "/" + realm + "/partialImport", request)
                        .map(answer -> {
                            if (answer.expect(200, 409).is(409)) {
                                throw new Refusal(
                                        TenancyProblem.STAFF_EXISTS, "this user name or e-mail address is taken");
                            }
                            String id = answer.object()
                                    .getJsonArray("results")
                                    .getJsonObject(0)
                                    .getString("id");
                            return new StaffMember(
                                    id,
                                    command.username(),
                                    command.email(),
                                    Set.of(command.role()),
                                    command.merchant(),
                                    true);
                        })
                        .call(member -> command.password() == null && first instanceof FirstSignIn.LinkByMail
                                ? sendLink(token, realm, member.id())
                                : Uni.createFrom().voidItem()));
    }

    /**
     * Somebody of the realm, by e-mail address.
     *
     * @param waiting whether the person has yet to choose a first password
     */
    public record Found(StaffMember member, boolean waiting) {}

    public Uni<Optional<Found>> byEmail(String realm, String email) {
        String query = "/users?exact=true&briefRepresentation=false&max=1&email="
                + URLEncoder.encode(email, StandardCharsets.UTF_8);
        return as(
                realm,
                token -> keycloak.get(token, "/" + realm + query)
                        .map(answer -> answer.expect(200).array())
                        .chain(users -> users.isEmpty()
                                ? Uni.createFrom().item(Optional.<Found>empty())
                                : roles(token, realm, users.getJsonObject(0).getString("id"))
                                        .map(roles -> Optional.of(found(users.getJsonObject(0), roles)))));
    }

    /** For somebody who is still waiting: what was given before does not work any more, or is sent again. */
    public Uni<Void> giveFirstSignIn(String realm, String id, FirstSignIn first) {
        return as(realm, token -> switch (first) {
            case FirstSignIn.OneTimePassword once ->
                keycloak.put(token, "/" + realm + "/users/" + id + "/reset-password", password(once))
                        .invoke(answer -> answer.expect(204))
                        .replaceWithVoid();
            case FirstSignIn.LinkByMail ignored -> sendLink(token, realm, id);
            case FirstSignIn.OwnPassword ignored -> Uni.createFrom().voidItem();
        });
    }

    private static Found found(JsonObject user, Set<String> roles) {
        return new Found(
                member(user, roles),
                user.getJsonArray("requiredActions", new JsonArray()).contains(CHOOSE_PASSWORD));
    }

    public Uni<Optional<StaffMember>> find(String realm, String id) {
        return as(
                realm,
                token -> read(token, realm, id)
                        .chain(user -> user.isEmpty()
                                ? Uni.createFrom().item(Optional.<StaffMember>empty())
                                : roles(token, realm, id).map(roles -> Optional.of(member(user.get(), roles)))));
    }

    public Uni<List<StaffMember>> withRoles(String realm, Collection<String> roles) {
        Map<String, JsonObject> users = new TreeMap<>();
        Map<String, Set<String>> rolesOf = new TreeMap<>();
        return as(
                realm,
                token -> Multi.createFrom()
                        .iterable(roles)
                        .onItem()
                        .transformToUniAndConcatenate(role -> keycloak.get(
                                        token,
                                        "/" + realm + "/roles/" + role + "/users?briefRepresentation=false&max="
                                                + Staff.LIST_MAX)
                                .invoke(answer -> answer.expect(200).array().forEach(item -> {
                                    JsonObject user = (JsonObject) item;
                                    users.put(user.getString("username"), user);
                                    rolesOf.computeIfAbsent(user.getString("username"), u -> new HashSet<>())
                                            .add(role);
                                })))
                        .collect()
                        .last()
                        .map(done -> users.entrySet().stream()
                                .limit(Staff.LIST_MAX)
                                .map(e -> member(e.getValue(), rolesOf.getOrDefault(e.getKey(), Set.of())))
                                .toList()));
    }

    public Uni<List<StaffMember>> ofMerchant(String realm, MerchantId merchant) {
        String query = "/users?briefRepresentation=false&max=" + Staff.LIST_MAX + "&q=" + UserProfile.MERCHANT + ":"
                + merchant;
        return as(
                realm,
                token -> keycloak.get(token, "/" + realm + query)
                        .onItem()
                        .transformToMulti(answer -> Multi.createFrom()
                                .items(answer.expect(200).array().stream().map(JsonObject.class::cast)))
                        .onItem()
                        .transformToUniAndConcatenate(user ->
                                roles(token, realm, user.getString("id")).map(roles -> member(user, roles)))
                        .collect()
                        .asList()
                        .map(members -> members.stream()
                                .sorted(Comparator.comparing(StaffMember::username))
                                .toList()));
    }

    public Uni<Void> disable(String realm, String id) {
        return as(
                realm,
                token -> change(token, realm, id, user -> user.put("enabled", false))
                        .chain(user -> keycloak.post(token, "/" + realm + "/users/" + id + "/logout", new JsonObject()))
                        .invoke(answer -> answer.expect(204))
                        .replaceWithVoid());
    }

    public Uni<StaffMember> assignMerchant(String realm, String id, MerchantId merchant) {
        return as(
                realm,
                token -> change(
                                token,
                                realm,
                                id,
                                user -> user.put(
                                        "attributes",
                                        user.getJsonObject("attributes", new JsonObject())
                                                .put(UserProfile.MERCHANT, new JsonArray().add(merchant.toString()))))
                        .chain(user -> roles(token, realm, id).map(roles -> member(user, roles))));
    }

    /** Reads the person, changes the copy, writes it back whole: Keycloak drops attributes that are not sent. */
    private Uni<JsonObject> change(String token, String realm, String id, Function<JsonObject, JsonObject> how) {
        return read(token, realm, id).chain(found -> {
            JsonObject user =
                    how.apply(found.orElseThrow(() -> new Refusal(CommonProblem.NOT_FOUND, "there is no such person")));
            return keycloak.put(token, "/" + realm + "/users/" + id, user)
                    .invoke(answer -> answer.expect(204))
                    .replaceWith(user);
        });
    }

    /** A letter from Keycloak with a link to choose a password. */
    private Uni<Void> sendLink(String token, String realm, String id) {
        return keycloak.put(
                        token,
                        "/" + realm + "/users/" + id + "/execute-actions-email",
                        new JsonArray().add(CHOOSE_PASSWORD))
                .invoke(answer -> answer.expect(
                        200, 204, 500)) // without a mail server the person stays invited; sending it again is possible
                .replaceWithVoid();
    }

    private Uni<Optional<JsonObject>> read(String token, String realm, String id) {
        if (!isUuid(id)) {
            return Uni.createFrom().item(Optional.empty());
        }
        return keycloak.get(token, "/" + realm + "/users/" + id)
                .map(answer -> answer.expect(200, 404).is(200) ? Optional.of(answer.object()) : Optional.empty());
    }

    private Uni<Set<String>> roles(String token, String realm, String id) {
        return keycloak.get(token, "/" + realm + "/users/" + id + "/role-mappings/realm")
                .map(answer -> {
                    Set<String> roles = new HashSet<>();
                    answer.expect(200).array().forEach(role -> roles.add(((JsonObject) role).getString("name")));
                    roles.retainAll(BUSINESS);
                    return roles;
                });
    }

    private <T> Uni<T> as(String realm, Function<String, Uni<T>> work) {
        return realms.realmToken(realm, secrets.admin(realm)).chain(work::apply);
    }

    private static JsonObject user(CreateStaff command, FirstSignIn first) {
        JsonObject user = new JsonObject()
                .put("username", command.username())
                .put("email", command.email())
                .put("emailVerified", command.password() != null)
                .put("enabled", true)
                .put("realmRoles", new JsonArray().add(command.role()));
        if (command.merchant() != null) {
            user.put(
                    "attributes",
                    new JsonObject()
                            .put(
                                    UserProfile.MERCHANT,
                                    new JsonArray().add(command.merchant().toString())));
        }
        if (command.password() != null) {
            JsonObject given = new JsonObject().put("type", "password").put("value", command.password());
            return user.put("credentials", new JsonArray().add(given));
        }
        if (first instanceof FirstSignIn.OneTimePassword once) {
            user.put("credentials", new JsonArray().add(password(once)));
        }
        return user.put("requiredActions", new JsonArray().add(CHOOSE_PASSWORD));
    }

    private static JsonObject password(FirstSignIn.OneTimePassword once) {
        return new JsonObject()
                .put("type", "password")
                .put("value", once.password())
                .put("temporary", true);
    }

    private static StaffMember member(JsonObject user, Set<String> roles) {
        JsonArray merchant =
                user.getJsonObject("attributes", new JsonObject()).getJsonArray(UserProfile.MERCHANT, new JsonArray());
        return new StaffMember(
                user.getString("id"),
                user.getString("username"),
                user.getString("email", ""),
                roles,
                merchant.isEmpty() ? null : MerchantId.fromString(merchant.getString(0)),
                user.getBoolean("enabled", false));
    }

    private static boolean isUuid(String text) {
        try {
            return UUID.fromString(text).toString().equals(text);
        } catch (IllegalArgumentException notOne) {
            return false;
        }
    }

    private static Set<String> businessRoles() {
        List<String> all = new ArrayList<>(Roles.OF_ACQUIRER);
        all.addAll(Roles.OF_MERCHANTS);
        return Set.copyOf(all);
    }
}
