package dev.ringfence.gather;

/**
 * The content of a small file.
 *
 * @param source names the file in messages, such as {@code File "new.pem" (--chain)}
 */
@SuppressWarnings("ArrayRecordComponent") // Never compared, only read.
public record FileText(String source, byte[] content) {}
