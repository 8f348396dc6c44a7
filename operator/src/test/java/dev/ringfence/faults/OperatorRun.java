package dev.ringfence.faults;

import java.time.Clock;
import java.util.concurrent.Executor;

/** One operator, which reaches the API server through its own proxy alone. */
interface OperatorRun {
  /** Returns once it has started. */
  void start();

  FaultProxy proxy();

  /** As kill -9 looks to the API server: from one moment on nothing more comes. */
  void kill(Executor background);

  /** Makes operators. */
  interface Launcher {
    /**
     * An operator that is not started.
     *
     * @param kubeconfig leads to the proxy
     * @param number counted from 1 in each case
     */
    OperatorRun launch(FaultProxy proxy, String kubeconfig, int number, Clock clock);
  }
}
