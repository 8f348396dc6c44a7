package dev.ringfence.cli;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;

/**
 * Standard output for long streams: in blocks, and with an exception once nobody reads any more.
 */
final class StandardOutput extends OutputStream {
  private static final int BLOCK = 1 << 16;

  /** The reader of the pipe has gone. */
  static final class ClosedException extends IOException {
    private static final long serialVersionUID = 1L;
  }

  private final PrintStream out;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream(2 * BLOCK);

  StandardOutput(CommandEnvironment environment) {
    this.out = environment.out();
  }

  @Override
  public void write(int octet) throws IOException {
    block.write(octet);
    handOnFullBlock();
  }

  @Override
  public void write(byte[] bytes, int offset, int length) throws IOException {
    block.write(bytes, offset, length);
    handOnFullBlock();
  }

  private void handOnFullBlock() throws IOException {
    if (block.size() >= BLOCK) {
      flush();
    }
  }

  @Override
  public void flush() throws IOException {
    byte[] bytes = block.toByteArray();
    block.reset();
    out.write(bytes, 0, bytes.length);
    if (out.checkError()) { // Flushes too.
      throw new ClosedException();
    }
  }
}
