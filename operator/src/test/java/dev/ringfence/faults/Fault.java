package dev.ringfence.faults;

import java.time.Duration;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Predicate;

/** Something that happens to the next requests of a kind. */
final class Fault {
  static final int FOR_EVER = Integer.MAX_VALUE;

  /** What happens. */
  enum Effect {
    NONE,
    /** The proxy answers in place of the API server. */
    ANSWER,
    /** The connection ends before the request reaches the API server. */
    CUT,
    /** The request waits until the fault is over. */
    HOLD,
    DELAY,
    /** The request is carried out; then the connection ends without an answer. */
    LOSE_ANSWER,
    KILL_BEFORE,
    /** The request is carried out, and the operator dies before it hears of it. */
    KILL_AFTER
  }

  private final Predicate<ProxiedRequest> hits;
  private final AtomicInteger left;
  private final AtomicInteger met = new AtomicInteger();
  private final Effect effect;
  private final int code;
  private final Duration delay;

  private Fault(
      Predicate<ProxiedRequest> hits, int times, Effect effect, int code, Duration delay) {
    this.hits = hits;
    this.left = new AtomicInteger(times);
    this.effect = effect;
    this.code = code;
    this.delay = delay;
  }

  static Fault of(Effect effect, int times, Predicate<ProxiedRequest> hits) {
    return new Fault(hits, times, effect, 0, Duration.ZERO);
  }

  static Fault answer(int code, int times, Predicate<ProxiedRequest> hits) {
    return new Fault(hits, times, Effect.ANSWER, code, Duration.ZERO);
  }

  static Fault delay(Duration delay, Predicate<ProxiedRequest> hits) {
    return new Fault(hits, FOR_EVER, Effect.DELAY, 0, delay);
  }

  /** Counts the request if it is hit. */
  boolean meets(ProxiedRequest request) {
    if (!hits.test(request) || left.getAndUpdate(n -> n == FOR_EVER ? n : n - 1) <= 0) {
      return false;
    }
    met.incrementAndGet();
    return true;
  }

  /** How many requests it has met. */
  int met() {
    return met.get();
  }

  Effect effect() {
    return effect;
  }

  int code() {
    return code;
  }

  Duration delay() {
    return delay;
  }

  /** As the API server words it. */
  String status() {
    String reason =
        switch (code) {
          case 409 -> "Conflict";
          case 410 -> "Expired";
          case 429 -> "TooManyRequests";
          case 503 -> "ServiceUnavailable";
          default -> "InternalError";
        };
    return """
        {"kind":"Status","apiVersion":"v1","metadata":{},"status":"Failure",
         "message":"a fault of this test","reason":"%s","code":%d}"""
        .formatted(reason, code);
  }
}
