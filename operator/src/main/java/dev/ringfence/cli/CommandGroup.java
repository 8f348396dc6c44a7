package dev.ringfence.cli;

import java.util.SortedMap;
import java.util.concurrent.Callable;
import java.util.function.Supplier;

/** A command that is only the head of others. */
interface CommandGroup extends Callable<Integer> {
  SortedMap<String, Supplier<? extends Callable<Integer>>> members();
}
