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
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The build rewrites the classes of the packaged jar; they have to say what they said. */
class PackagedClassesIT {
  private static final Path JAR = Path.of("target/ringfence.jar");
  private static final String LAMBDA = "$Lambda$";

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

  @Test
  void writtenLambdasAnswerAsLinkedOnes(@TempDir Path folder) throws Exception {
    Path jar = folder.resolve("samples.jar");
    Path classes = Path.of("target/test-classes");
    ShellCommand.Result result =
        ShellCommand.in(Path.of(""), folder)
            .run(
                ("jar cf %s -C %s dev/ringfence/cli && java -cp target/launcher:target/launcher/asm.jar"
                        + " FastStart %s")
                    .formatted(jar, classes, jar));
    assertThat(result.err()).isEmpty();

    try (URLClassLoader samples =
        new URLClassLoader(new URL[] {jar.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> rewritten = samples.loadClass(LambdaSamples.class.getName());
      Constructor<?> constructor = rewritten.getDeclaredConstructor();
      constructor.setAccessible(true);

      assertThat(((Supplier<?>) constructor.newInstance()).get())
          .isEqualTo(new LambdaSamples().get());
      assertThat(
              samples.getResource(
                  LambdaSamples.class.getName().replace('.', '/') + LAMBDA + "0.class"))
          .isNotNull();
    }
  }

  @Test
  void everyWrittenLambdaIsAcceptedByJavaAndByTheHostOfItsNest() throws Exception {
    try (URLClassLoader packaged = packaged();
        ZipFile jar = new ZipFile(JAR.toFile())) {
      List<String> lambdas =
          jar.stream()
              .map(ZipEntry::getName)
              .filter(name -> name.contains(LAMBDA))
              .map(name -> name.replace('/', '.').replaceAll("\\.class$", ""))
              .toList();

      assertThat(lambdas).hasSizeGreaterThan(1000);
      for (String name : lambdas) {
        Class<?> lambda = Class.forName(name, true, packaged);
        assertThat(lambda.getNestHost()).as(name).isNotSameAs(lambda);
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
