/** A named module: its tests run on the module path, inside it. */
module com.example {}
