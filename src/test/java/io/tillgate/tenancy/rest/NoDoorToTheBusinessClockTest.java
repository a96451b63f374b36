package io.tillgate.tenancy.rest;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.tenancy.usecase.Embedding;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class NoDoorToTheBusinessClockTest {
    @Test
    void outside_an_embedded_installation_a_secret_opens_none() {
        assertThat(new Embedding().isEmbedded()).isFalse();
        assertThat(BusinessClockDoor.secret(Optional.of("a secret"), false)).isEmpty();
    }

    @Test
    void without_a_secret_there_is_none() {
        assertThat(BusinessClockDoor.secret(Optional.empty(), true)).isEmpty();
        assertThat(BusinessClockDoor.secret(Optional.of(""), true)).isEmpty();
        assertThat(BusinessClockDoor.secret(Optional.of("a secret"), true)).contains("a secret");
    }
}
