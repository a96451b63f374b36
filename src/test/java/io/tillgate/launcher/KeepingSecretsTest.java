package io.tillgate.launcher;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.tillgate.launcher.Secrets.Name;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class KeepingSecretsTest {
    private static final ObjectMapper JSON = new ObjectMapper();

    @Test
    void they_stay_the_same_from_start_to_start(@TempDir Path data) {
        Places places = Places.at(data, data);

        Secrets first = Secrets.of(places);
        Secrets again = Secrets.of(places);

        for (Name name : Name.values()) {
            assertThat(again.get(name)).isEqualTo(first.get(name)).isNotBlank();
        }
        assertThat(first.get(Name.PIN_KEY)).matches("[0-9a-f]{32}");
    }

    @Test
    void an_installation_from_before_there_were_pins_gets_a_key_for_them_and_keeps_it(@TempDir Path data)
            throws IOException {
        Places places = Places.at(data, data);
        Secrets first = Secrets.of(places);
        Path file = data.resolve("secrets.json");
        ObjectNode older = (ObjectNode) JSON.readTree(file.toFile());
        older.remove("PIN_KEY");
        JSON.writeValue(file.toFile(), older);

        Secrets completed = Secrets.of(places);

        assertThat(completed.get(Name.PIN_KEY)).matches("[0-9a-f]{32}");
        assertThat(Secrets.of(places).get(Name.PIN_KEY)).isEqualTo(completed.get(Name.PIN_KEY));
        assertThat(completed.get(Name.MASTER_KEY)).isEqualTo(first.get(Name.MASTER_KEY));
    }
}
