package io.github.osdutoken.cli.format;

/** A syntax whose texts are documents of their own: what is there is kept. */
interface MergingSyntax extends Syntax {}
