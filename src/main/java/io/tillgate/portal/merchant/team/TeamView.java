package io.tillgate.portal.merchant.team;

import io.tillgate.portal.frame.Mistakes;
import java.util.List;
import java.util.Map;

/** Who may work in the shop, and the form that lets somebody in. */
public record TeamView(List<Member> members, Map<String, String> values, Mistakes mistakes) {
    public TeamView {
        members = List.copyOf(members);
        values = Map.copyOf(values);
    }

    public String at(String field) {
        return values.getOrDefault(field, "");
    }

    /** @param remove where somebody is asked whether to shut this person out; empty where one may not */
    public record Member(String name, String email, String role, boolean active, boolean you, String remove) {}
}
