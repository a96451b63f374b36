package io.tillgate.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class NothingIsLeftOutInCiTest {
    @Test
    void what_runs_in_ci_refuses_checks_that_cannot_run() throws IOException {
        assertThat(Files.readString(Path.of(".ci/run"))).contains("export " + Absent.SWITCH + "=" + Absent.REQUIRED);
    }
}
