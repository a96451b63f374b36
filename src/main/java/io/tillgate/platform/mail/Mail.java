package io.tillgate.platform.mail;

import io.quarkus.qute.Engine;
import io.quarkus.qute.Template;
import io.smallrye.mutiny.Uni;
import io.tillgate.platform.persistence.Outbox;
import io.tillgate.platform.persistence.OutboxEvent;
import io.tillgate.platform.persistence.OutboxListener;
import io.tillgate.platform.persistence.Records;
import io.vertx.core.json.JsonObject;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Locale;
import java.util.Set;

/** Messages to people: rendered and committed with the change that causes them, handed to the transport afterwards. */
@ApplicationScoped
public class Mail implements OutboxListener {
    private static final String TYPE = "mail.send";

    private final Outbox outbox;
    private final Engine templates;
    private final MailTransport transport;

    Mail(Outbox outbox, Engine templates, MailTransport transport) {
        this.outbox = outbox;
        this.templates = templates;
        this.transport = transport;
    }

    public Uni<Void> send(Records tx, MailMessage message) {
        String rendered = render(message);
        int firstLineEnd = rendered.indexOf('\n');
        JsonObject letter = new JsonObject()
                .put("to", message.to())
                .put("subject", rendered.substring(0, firstLineEnd).strip())
                .put("text", rendered.substring(firstLineEnd + 1).stripLeading());
        return outbox.publish(tx, outbox.event(message.tenant(), TYPE, "mail:" + message.to(), letter));
    }

    @Override
    public String name() {
        return "mail";
    }

    @Override
    public Set<String> types() {
        return Set.of(TYPE);
    }

    @Override
    public Uni<Void> on(OutboxEvent event) {
        JsonObject letter = event.payload();
        return transport.deliver(new MailTransport.Letter(
                event.id(), letter.getString("to"), letter.getString("subject"), letter.getString("text")));
    }

    private String render(MailMessage message) {
        String language = message.locale().getLanguage().equals(Locale.CHINESE.getLanguage()) ? "zh" : "en";
        Template template = templates.getTemplate("mail/" + message.template() + "." + language + ".txt");
        if (template == null) {
            throw new IllegalStateException("no mail template " + message.template() + " in " + language);
        }
        var instance = template.instance();
        message.values().forEach(instance::data);
        return instance.render();
    }
}
