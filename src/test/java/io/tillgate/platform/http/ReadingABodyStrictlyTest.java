package io.tillgate.platform.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import io.tillgate.shared.Money;
import io.tillgate.shared.StoreId;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ReadingABodyStrictlyTest {
    private final ObjectMapper mapper = new ObjectMapper().registerModule(new JavaTimeModule());

    enum Unit {
        PIECE
    }

    record Body(
            @Nullable Money money,
            @Nullable String sku,
            @Nullable Boolean active,
            @Nullable Integer count,
            @Nullable BigDecimal share,
            @Nullable LocalDate from,
            @Nullable Unit unit,
            @Nullable StoreId store,
            @Nullable List<String> codes) {}

    @BeforeEach
    void as_the_service_reads() {
        new SharedWords().customize(mapper);
        new StrictJson().customize(mapper);
    }

    @Test
    void what_is_of_its_own_type_is_taken() throws JsonProcessingException {
        Body body = mapper.readValue(
                "{\"money\":{\"value\":30,\"currency\":\"EUR\"},\"sku\":\"5\",\"active\":true,\"count\":1,\"share\":1.5,"
                        + "\"from\":\"2026-01-31\",\"unit\":\"PIECE\",\"codes\":[\"\"]} \n",
                Body.class);

        assertThat(body.sku()).isEqualTo("5");
        assertThat(body.codes()).containsExactly("");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{\"sku\":\"a\",\"sku\":\"b\"}",
                "{\"money\":{\"value\":30,\"value\":31,\"currency\":\"EUR\"}}",
                "{}{}",
                "{} garbage",
                "{\"money\":{\"value\":\"30\",\"currency\":\"EUR\"}}",
                "{\"money\":{\"value\":30.0,\"currency\":\"EUR\"}}",
                "{\"sku\":5}",
                "{\"sku\":0.21}",
                "{\"sku\":true}",
                "{\"codes\":[5]}",
                "{\"active\":1}",
                "{\"active\":\"true\"}",
                "{\"active\":\"\"}",
                "{\"count\":\"1\"}",
                "{\"count\":1.0}",
                "{\"count\":true}",
                "{\"count\":\"\"}",
                "{\"share\":\"1.5\"}",
                "{\"from\":20000}",
                "{\"unit\":0}",
                "{\"unit\":\"piece\"}",
                "{\"unit\":\"\"}",
                "{\"store\":\"\"}",
                "{\"SKU\":\"a\"}"
            })
    void what_may_be_meant_otherwise_is_refused(String body) {
        assertThatThrownBy(() -> mapper.readValue(body, Body.class)).isInstanceOf(JsonProcessingException.class);
    }
}
