package dev.ringfence.architecture.broken.controller;

import java.io.IOException;
import java.net.URL;
import java.util.Enumeration;

/** Breaks rule 9. */
public final class ScansTheClassPath {
  public Enumeration<URL> answer(ClassLoader loader) throws IOException {
    return loader.getResources("rules");
  }
}
