/// D1 databases: statements of guest code, run and measured on a SQLite database. May use what `binding` may.
package dev.dynamicworkers.playground.core.binding.d1;
