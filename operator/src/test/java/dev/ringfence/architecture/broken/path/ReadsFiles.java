package dev.ringfence.architecture.broken.path;

import java.nio.file.Path;

/** Breaks rule 3. */
public record ReadsFiles(Path anchors) {}
