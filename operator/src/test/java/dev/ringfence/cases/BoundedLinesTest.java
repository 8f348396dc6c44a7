package dev.ringfence.cases;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class BoundedLinesTest {
  private static final int LIMIT = 200_000;

  @Test
  void givesEveryLineOnceWhateverThePiecesItComesIn() throws IOException {
    String text = "a\n\n" + "b".repeat(70_000) + "\nlast";

    for (int piece : List.of(1, 7, 65_536, 1 << 20)) {
      assertThat(lines(new Pieces(text, piece)))
          .containsExactly("a", "", "b".repeat(70_000), "last");
    }
  }

  @Test
  void aLineEndAtTheEndBeginsNoLine() throws IOException {
    assertThat(lines(new Pieces("a\n", 1))).containsExactly("a");
    assertThat(lines(new Pieces("", 1))).isEmpty();
  }

  @Test
  void aLineOfTheLimitIsReadAndALongerOnePassedOver() throws IOException {
    String fits = "x".repeat(LIMIT);

    assertThat(lines(new Pieces(fits + "\n" + fits + "y\nnext\n", 8_192)))
        .containsExactly(fits, "(too long)", "next");
    assertThat(lines(new Pieces("z".repeat(10 * LIMIT), 8_192))).containsExactly("(too long)");
  }

  @Test
  void tellsWhenTheNextLineIsNotThereYet() throws IOException {
    BoundedLines lines = new BoundedLines(new Pieces("one\ntwo\nthree", 8), LIMIT);

    assertThat(lines.next()).isTrue();
    assertThat(lines.mayWait()).isFalse();
    assertThat(lines.next()).isTrue();
    assertThat(lines.mayWait()).isTrue();
    assertThat(lines.number()).isEqualTo(2);
  }

  private static List<String> lines(InputStream in) throws IOException {
    BoundedLines lines = new BoundedLines(in, LIMIT);
    List<String> found = new ArrayList<>();
    while (lines.next()) {
      found.add(lines.tooLong() ? "(too long)" : new String(lines.line(), StandardCharsets.UTF_8));
    }
    return found;
  }

  /** Like a pipe: gives at most so many bytes at once and never tells that more are there. */
  private static final class Pieces extends InputStream {
    private final ByteArrayInputStream all;
    private final int piece;

    Pieces(String text, int piece) {
      this.all = new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8));
      this.piece = piece;
    }

    @Override
    public int read() {
      return all.read();
    }

    @Override
    public int read(byte[] bytes, int offset, int length) {
      return all.read(bytes, offset, Math.min(length, piece));
    }
  }
}
