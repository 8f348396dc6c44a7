package dev.ringfence.policy;

import java.util.List;

/** A rule about a group of phones, after its candidate paths have been judged. */
public non-sealed interface GroupRule extends Rule {
  boolean appliesTo(GroupSubject group);

  List<Observation> check(GroupSubject group);
}
