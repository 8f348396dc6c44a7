package dev.ringfence.architecture.broken.controller;

import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;

/** Stands for the annotation of any container. */
@Retention(RetentionPolicy.RUNTIME)
@interface Inject {}
