package com.example.cookbook;

import io.github.osdutoken.junit.OsduRefreshToken;
import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** The user who may edit data. */
// tag::composed[]
@OsduRefreshToken(profile = "default")
@Retention(RetentionPolicy.RUNTIME)
@Target({ElementType.PARAMETER, ElementType.FIELD})
@interface Editor {}
// end::composed[]
