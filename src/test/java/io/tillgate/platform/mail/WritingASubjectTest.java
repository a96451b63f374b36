package io.tillgate.platform.mail;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Base64;
import java.util.stream.Collectors;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class WritingASubjectTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Welcome",
                "请补充杭州青瓷生活用品有限公司第三分公司的申请资料，并于本月底之前重新提交",
                "We have received your application for The Extraordinarily Long Name of a Business 🎁🎁🎁🎁🎁🎁🎁🎁🎁🎁"
            })
    void each_line_fits_and_together_they_are_the_subject(String subject) {
        String header = FolderMailTransport.subject(subject);

        assertThat(header.lines()).allSatisfy(line -> assertThat(line.strip()).hasSizeLessThanOrEqualTo(75));
        assertThat(header.lines().map(WritingASubjectTest::decoded).collect(Collectors.joining()))
                .isEqualTo(subject);
    }

    private static String decoded(String line) {
        String[] parts = line.strip().split("\\?", -1);
        assertThat(Arrays.copyOf(parts, 3)).containsExactly("=", "UTF-8", "B");
        return new String(Base64.getDecoder().decode(parts[3]), StandardCharsets.UTF_8);
    }
}
