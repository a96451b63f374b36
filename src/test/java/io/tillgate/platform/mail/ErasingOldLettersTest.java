package io.tillgate.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ErasingOldLettersTest {
    private static final Instant BEFORE = Instant.parse("2026-06-01T00:00:00Z");

    @TempDir
    Path folder;

    @Test
    void old_letters_go_finished_or_not_and_young_ones_and_other_files_stay() throws IOException {
        Path old = file("old.eml", BEFORE.minusSeconds(1));
        Path unfinished = file("old.part", BEFORE.minusSeconds(1));
        Path young = file("young.eml", BEFORE);
        Path other = file("agent.conf", BEFORE.minusSeconds(1));

        int erased = MailFolderUpkeep.erase(folder, BEFORE);

        assertThat(erased).isEqualTo(2);
        assertThat(old).doesNotExist();
        assertThat(unfinished).doesNotExist();
        assertThat(young).exists();
        assertThat(other).exists();
    }

    @Test
    void a_folder_that_no_letter_was_ever_written_to_is_no_fault() {
        assertThat(MailFolderUpkeep.erase(folder.resolve("mail"), BEFORE)).isZero();
    }

    private Path file(String name, Instant changed) throws IOException {
        return Files.setLastModifiedTime(Files.writeString(folder.resolve(name), "to ada"), FileTime.from(changed));
    }
}
