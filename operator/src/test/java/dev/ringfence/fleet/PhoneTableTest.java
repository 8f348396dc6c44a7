package dev.ringfence.fleet;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PhoneTableTest {
  @Test
  void behavesLikeAMap() {
    var random = new Random(20261123);
    var expected = new HashMap<Long, Integer>();
    var table = new PhoneTable();
    for (int i = 0; i < 50_000; i++) {
      long hash = random.nextInt(20_000);
      int group = random.nextInt(100);
      expected.put(hash == 0 ? 1 : hash, group);
      int slot = table.find(hash);
      if (slot < 0) {
        table.add(hash, group, i);
      } else {
        table.set(slot, group, i);
      }
    }
    assertThat(table.size()).isEqualTo(expected.size());
    expected.forEach((hash, group) -> assertThat(table.group(table.find(hash))).isEqualTo(group));
    var visited = new int[1];
    table.forEach((group, time) -> visited[0]++);
    assertThat(visited[0]).isEqualTo(expected.size());
    assertThat(table.find(1_000_000)).isNegative();
  }
}
