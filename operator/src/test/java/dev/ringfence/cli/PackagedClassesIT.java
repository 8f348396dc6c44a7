package dev.ringfence.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.ringfence.catalog.FirmwareVersion;
import dev.ringfence.fleet.ExcludedDevices;
import dev.ringfence.policy.InputDigest;
import dev.ringfence.report.TextLayout;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The build rewrites record methods in the packaged jar; they have to say what they said. */
class PackagedClassesIT {
  private static final Path JAR = Path.of("target/ringfence.jar");

  static List<Arguments> records() {
    return List.of(
        Arguments.of(FirmwareVersion.class, new Object[] {4, 0, 7577, 4420}),
        Arguments.of(ExcludedDevices.class, new Object[] {"a softphone", 12L}),
        Arguments.of(TextLayout.class, new Object[] {100, true}),
        Arguments.of(InputDigest.class, new Object[] {"PhoneFleet", "all", 1L << 40, "ab"}));
  }

  @ParameterizedTest
  @MethodSource("records")
  void rewrittenRecordsAnswerAsCompiledOnes(Class<?> compiled, Object[] components)
      throws Exception {
    try (URLClassLoader packaged = packaged()) {
      Class<?> rewritten = packaged.loadClass(compiled.getName());
      Object expected = make(compiled, components);
      Object found = make(rewritten, components);

      assertThat(rewritten).isNotSameAs(compiled);
      assertThat(found).hasToString(expected.toString()).hasSameHashCodeAs(expected);
      assertThat(found).isEqualTo(make(rewritten, components)).isNotEqualTo(null);
      assertThat(found).isNotEqualTo(expected);
      for (int i = 0; i < components.length; i++) {
        Object[] others = components.clone();
        others[i] = other(others[i]);
        assertThat(found).as("component %d", i).isNotEqualTo(make(rewritten, others));
      }
    }
  }

  private static URLClassLoader packaged() throws Exception {
    return new URLClassLoader(
        new URL[] {JAR.toUri().toURL()}, ClassLoader.getPlatformClassLoader());
  }

  private static Object make(Class<?> type, Object[] components) throws Exception {
    Class<?>[] types =
        Stream.of(type.getRecordComponents())
            .map(RecordComponent::getType)
            .toArray(Class<?>[]::new);
    Constructor<?> constructor = type.getDeclaredConstructor(types);
    constructor.setAccessible(true);
    return constructor.newInstance(components);
  }

  private static Object other(Object component) {
    if (component instanceof Integer number) {
      return number + 1;
    }
    if (component instanceof Long number) {
      return number + 1;
    }
    return component instanceof Boolean flag ? (Object) !flag : component + "0";
  }
}
