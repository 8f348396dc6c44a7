package dev.ringfence.gather;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;

/** Bytes of an input, read anew by each reader; of any size. */
@FunctionalInterface
public interface Content {
  /** The caller closes it. */
  InputStream open() throws IOException;

  /** Bytes in memory, which the caller gives up. */
  static Content of(byte[] bytes) {
    return () -> new ByteArrayInputStream(bytes);
  }
}
