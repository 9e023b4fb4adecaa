/** The browser. The only package that knows Selenium and WebDriverManager. */
@NullMarked
package io.github.osdutoken.browser;

import org.jspecify.annotations.NullMarked;
