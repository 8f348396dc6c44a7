package dev.ringfence.fleet;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;

/**
 * An inventory report of any size that is made while it is read. Every phone has a row of its own,
 * with an older firmware in every other round.
 */
final class GeneratedReport extends InputStream {
  private static final String HEADER =
      "Manufacturer,Hardware version,MAC address,User URI,User agent,Last activity\r\n";
  private static final String OLD = Inventories.lync("4.0.7577.4387");
  private static final String NEW = Inventories.lync("4.0.7577.4420");
  private static final LocalDate FIRST = LocalDate.of(2026, 1, 1);

  private final int phones;
  private final int rows;
  private int row;
  private byte[] line = HEADER.getBytes(StandardCharsets.UTF_8);
  private int position;

  GeneratedReport(int phones, int rows) {
    this.phones = phones;
    this.rows = rows;
  }

  @Override
  public int read() {
    return fill() ? line[position++] & 0xFF : -1;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (!fill()) {
      return -1;
    }
    int count = Math.min(length, line.length - position);
    System.arraycopy(line, position, target, offset, count);
    position += count;
    return count;
  }

  private boolean fill() {
    if (position == line.length && row < rows) {
      line = next().getBytes(StandardCharsets.UTF_8);
      position = 0;
    }
    return position < line.length;
  }

  private String next() {
    int phone = row % phones;
    int round = row / phones;
    row++;
    var address = Integer.toHexString(0x1000000 + phone).substring(1);
    return "POLYCOM,CX600,00005e"
        + address
        + ",sip:user"
        + phone
        + "@example.com,"
        + (round % 2 == 0 ? OLD : NEW)
        + ','
        + FIRST.plusDays(round)
        + " 08:00:00\r\n";
  }
}
