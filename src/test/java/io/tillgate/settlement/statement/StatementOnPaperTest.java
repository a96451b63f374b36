package io.tillgate.settlement.statement;

import static org.assertj.core.api.Assertions.assertThat;

import io.tillgate.settlement.statement.pdf.StatementPdf;
import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import javax.imageio.ImageIO;
import org.apache.pdfbox.Loader;
import org.apache.pdfbox.rendering.PDFRenderer;
import org.junit.jupiter.api.Test;

class StatementOnPaperTest {
    @Test
    void render() throws IOException {
        Path dir = Files.createDirectories(Path.of("target/statements"));
        for (String name : new String[] {"en", "zh"}) {
            Statement statement = name.equals("en") ? Statements.english(90, 7) : Statements.chinese(90, 7);
            byte[] pdf = StatementPdf.write(statement, Locale.of(name));
            Files.write(dir.resolve(name + ".pdf"), pdf);
            try (var document = Loader.loadPDF(pdf)) {
                PDFRenderer renderer = new PDFRenderer(document);
                for (int i = 0; i < document.getNumberOfPages(); i++) {
                    BufferedImage image = renderer.renderImageWithDPI(i, 100);
                    ImageIO.write(image, "png", dir.resolve(name + "-" + (i + 1) + ".png").toFile());
                }
            }
            assertThat(pdf.length).isPositive();
        }
    }
}
