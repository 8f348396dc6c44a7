package dev.ringfence.cli;

import picocli.CommandLine.Model.CommandSpec;

/** A command that describes itself by calls; others do so by annotations, which start slower. */
interface DescribedCommand {
  CommandSpec description();
}
