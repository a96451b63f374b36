package io.tillgate.platform.http;

import com.fasterxml.jackson.annotation.JsonAutoDetect;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.deser.std.StdDeserializer;
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
import java.util.UUID;
import java.util.function.Function;

/** How the shared words look in JSON: an id is its UUID; unknown fields are refused. */
@Singleton
class SharedWords implements ObjectMapperCustomizer {
    @Override
    public void customize(ObjectMapper mapper) {
        SimpleModule module = new SimpleModule("tillgate-shared");
        module.addSerializer(Identifier.class, new IdentifierSerializer());
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
        mapper.enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
        mapper.enable(DeserializationFeature.FAIL_ON_NULL_FOR_PRIMITIVES);
        mapper.disable(DeserializationFeature.ACCEPT_FLOAT_AS_INT);
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
