package dev.ringfence.cli;

import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.IntFunction;
import java.util.function.IntSupplier;
import java.util.function.IntToLongFunction;
import java.util.function.IntUnaryOperator;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.function.ToLongFunction;

/** Lambdas and method references of every kind, and what calling them gives. */
final class LambdaSamples implements Supplier<List<Object>> {
  private final String own = "own";

  private interface Named {
    String name();

    private String greeting() {
      return "I am " + name();
    }

    default Supplier<String> greeted() {
      return this::greeting;
    }
  }

  private record Inner(String text, long number) implements Named {
    private Inner {
      text = text + "!";
    }

    @Override
    public String name() {
      return text;
    }

    private static Inner of(String text) {
      return new Inner(text, 7);
    }
  }

  @Override
  public List<Object> get() {
    long captured = 1L << 40;
    double fraction = 0.5;
    List<Object> found = new ArrayList<>();
    Supplier<Object> captures = () -> own + captured + fraction;
    Function<String, Integer> unbound = String::length;
    Supplier<Integer> bound = own::length;
    IntFunction<Object> boxed = Integer::valueOf;
    ToLongFunction<Integer> unboxedAndWidened = Integer::intValue;
    ToDoubleFunction<Long> toDouble = Long::longValue;
    IntToLongFunction widened = Math::abs;
    IntUnaryOperator small = value -> (byte) value;
    IntSupplier unboxed = Integer.valueOf(5)::intValue;
    BiFunction<String, Long, Inner> constructed = Inner::new;
    Function<String, Inner> privateStatic = Inner::of;
    IntFunction<String[]> array = String[]::new;
    Runnable dropped = () -> found.add("run");
    Function<List<String>, Object> ofInterface = List::size;
    Supplier<Supplier<String>> nested = () -> () -> own;
    dropped.run();
    found.addAll(List.of(captures.get(), unbound.apply("four"), bound.get(), boxed.apply(3)));
    found.addAll(
        List.of(
            unboxedAndWidened.applyAsLong(4), toDouble.applyAsDouble(6L), widened.applyAsLong(-8)));
    found.addAll(List.of(small.applyAsInt(300), unboxed.getAsInt(), array.apply(2).length));
    found.addAll(
        List.of(constructed.apply("a", 2L).toString(), privateStatic.apply("b").toString()));
    found.addAll(List.of(Inner.of("c").greeted().get(), ofInterface.apply(List.of("x"))));
    found.add(nested.get().get());
    return found;
  }
}
