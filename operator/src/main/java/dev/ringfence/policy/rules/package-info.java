/**
 * One class per rule, nothing else. A rule says what it saw on the chain, on a candidate path or on
 * a group of phones; severities and verdicts are the engine's.
 */
@NullMarked
package dev.ringfence.policy.rules;

import org.jspecify.annotations.NullMarked;
