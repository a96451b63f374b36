package io.tillgate.platform.http;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.deser.std.StringDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import io.quarkus.jackson.ObjectMapperCustomizer;
import io.tillgate.shared.ApplicationId;
import io.tillgate.shared.Identifier;
import io.tillgate.shared.MerchantAccountId;
import io.tillgate.shared.MerchantId;
import io.tillgate.shared.Money;
import io.tillgate.shared.PaymentId;
import io.tillgate.shared.ProductId;
import io.tillgate.shared.SaleId;
import io.tillgate.shared.StoreId;
import io.tillgate.shared.TenantId;
import io.tillgate.shared.TerminalId;
import jakarta.inject.Singleton;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Currency;
import java.util.UUID;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** How the shared words look in JSON: an id is its UUID, an amount its value and currency. */
@Singleton
class SharedWords implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("tillgate-shared");
        module.addSerializer(Identifier.class, new IdentifierSerializer());
        module.addDeserializer(String.class, new TextDeserializer());
        module.addDeserializer(Money.class, new MoneyDeserializer());
        add(module, TenantId.class, TenantId::new);
        add(module, MerchantId.class, MerchantId::new);
        add(module, MerchantAccountId.class, MerchantAccountId::new);
        add(module, StoreId.class, StoreId::new);
        add(module, TerminalId.class, TerminalId::new);
        add(module, PaymentId.class, PaymentId::new);
        add(module, SaleId.class, SaleId::new);
        add(module, ProductId.class, ProductId::new);
        add(module, ApplicationId.class, ApplicationId::new);
        mapper.registerModule(module);
        mapper.addMixIn(Money.class, OnlyComponents.class);
    }

    private static <I extends Identifier> void add(SimpleModule module, Class<I> type, Function<UUID, I> make) {
        module.addDeserializer(type, new IdentifierDeserializer<>(type, make));
    }

    /** Value and currency, not what can be asked of them. */
    @JsonAutoDetect(isGetterVisibility = JsonAutoDetect.Visibility.NONE)
    private interface OnlyComponents {}

    private static final class IdentifierSerializer extends StdSerializer<Identifier> {
        private static final long serialVersionUID = 1L;

        IdentifierSerializer() {
            super(Identifier.class);
        }

        @Override
        public void serialize(Identifier id, JsonGenerator out, SerializerProvider provider) throws IOException {
            out.writeString(id.value().toString());
        }
    }

    /** Text that PostgreSQL can keep: without U+0000 and without half characters. */
    private static final class TextDeserializer extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        TextDeserializer() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser in, DeserializationContext context) throws IOException {
            String text = StringDeserializer.instance.deserialize(in, context);
            return isText(text) ? text : context.reportInputMismatch(this, "U+0000 and half characters are no text");
        }
    }

    private static boolean isText(String text) {
        return text.indexOf(0) < 0 && StandardCharsets.UTF_8.newEncoder().canEncode(text);
    }

    /** Both members are needed: nothing is not an amount, and no amount is without a currency. */
    private static final class MoneyDeserializer extends StdDeserializer<Money> {
        private static final long serialVersionUID = 1L;

        MoneyDeserializer() {
            super(Money.class);
        }

        private record Members(
                @Nullable Long value, @Nullable Currency currency) {}

        @Override
        public Money deserialize(JsonParser in, DeserializationContext context) throws IOException {
            Members members = context.readValue(in, Members.class);
            if (members.value() == null || members.currency() == null) {
                return context.reportInputMismatch(this, "value and currency are needed");
            }
            return new Money(members.value(), members.currency());
        }
    }

    private static final class IdentifierDeserializer<I extends Identifier> extends StdDeserializer<I> {
        private static final long serialVersionUID = 1L;

        private final transient Function<UUID, I> make;

        IdentifierDeserializer(Class<I> type, Function<UUID, I> make) {
            super(type);
            this.make = make;
        }

        @Override
        public I deserialize(JsonParser in, DeserializationContext context) throws IOException {
            return make.apply(context.readValue(in, UUID.class));
        }
    }
}
