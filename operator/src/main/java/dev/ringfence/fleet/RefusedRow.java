package dev.ringfence.fleet;

/**
 * A row that says nothing that could be counted.
 *
 * @param sentence a full sentence with source and line, what was expected and what was found
 */
public record RefusedRow(String source, long line, String sentence) {}
