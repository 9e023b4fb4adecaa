package com.example.wells;

import org.springframework.boot.autoconfigure.SpringBootApplication;

/** An application that works with records of OSDU. */
@SpringBootApplication
class WellApplication {}
