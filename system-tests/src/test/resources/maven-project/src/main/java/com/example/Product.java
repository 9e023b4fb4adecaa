package com.example;

/** What the suite is about. */
final class Product {}
