/**
 * Reconcilers: gather, let the engine evaluate, write down what it said. They decide nothing
 * themselves; statuses come from pure factories and are written only when they differ.
 */
@NullMarked
package dev.ringfence.controller;

import org.jspecify.annotations.NullMarked;
