package dev.ringfence.faults;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;
import java.util.regex.Pattern;

/** Every scenario with every fault, and the part of it that every build runs. */
final class FaultMatrix {
  private final List<Scenario> scenarios;
  private final List<FaultPlan> plans;
  private final long seed;

  FaultMatrix(List<Scenario> scenarios, List<FaultPlan> plans, long seed) {
    this.scenarios = List.copyOf(scenarios);
    this.plans = List.copyOf(plans);
    this.seed = seed;
  }

  /** One case. */
  record Cell(Scenario scenario, FaultPlan plan) {
    /** Whether the scenario's change writes what the fault waits for. */
    boolean isMet() {
      return scenario.changeWrites().containsAll(plan.needs());
    }

    @Override
    public String toString() {
      return scenario.name() + ": " + plan.name();
    }
  }

  /**
   * @param selection {@code all}, a regular expression for a part of the names, or empty for the
   *     part of every build
   */
  List<Cell> selected(String selection) {
    if (selection.isEmpty()) {
      return partOfEveryBuild();
    }
    Predicate<String> named = Pattern.compile(selection).asPredicate();
    return scenarios.stream()
        .flatMap(scenario -> plans.stream().map(plan -> new Cell(scenario, plan)))
        .filter(Cell::isMet)
        .filter(cell -> selection.equals("all") || named.test(cell.toString()))
        .toList();
  }

  /** Each fault with one scenario that meets it, each scenario about equally often. */
  private List<Cell> partOfEveryBuild() {
    Random random = new Random(seed);
    List<Cell> cells = new ArrayList<>();
    int next = random.nextInt(scenarios.size());
    for (FaultPlan plan : plans) {
      Cell cell = new Cell(scenarios.get(next++ % scenarios.size()), plan);
      while (!cell.isMet()) {
        cell = new Cell(scenarios.get(next++ % scenarios.size()), plan);
      }
      cells.add(cell);
    }
    return cells;
  }
}
