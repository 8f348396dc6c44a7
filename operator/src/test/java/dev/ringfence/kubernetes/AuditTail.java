package dev.ringfence.kubernetes;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** An audit log that grows, of which each line is read once. */
final class AuditTail {
  private final Path log;
  private final List<AuditEvent> events = new ArrayList<>();
  private long position;

  /**
   * Of an API server.
   *
   * @param position bytes of its log to leave out
   */
  AuditTail(Path log, long position) {
    this.log = log;
    this.position = position;
  }

  /** How many there are so far, to be passed to {@link #since}. */
  int size() {
    readOn();
    return events.size();
  }

  /** Those after the first ones. */
  List<AuditEvent> since(int first) {
    readOn();
    return List.copyOf(events.subList(first, events.size()));
  }

  /** The last line may still be under way. */
  private void readOn() {
    try (RandomAccessFile file = new RandomAccessFile(log.toFile(), "r")) {
      byte[] bytes = new byte[Math.toIntExact(file.length() - position)];
      file.seek(position);
      file.readFully(bytes);
      int end = bytes.length;
      while (end > 0 && bytes[end - 1] != '\n') {
        end--;
      }
      events.addAll(AuditEvent.of(new String(bytes, 0, end, StandardCharsets.UTF_8).lines()));
      position += end;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
