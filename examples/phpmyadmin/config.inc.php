<?php

// To add to phpMyAdmin's own config.inc.php, not to put in its place.

// What passkind is told. 'provider' is whoever issues the database users: a built-in one's id, or a profile of your own as an array
// with the same names as in JavaScript. Without it, passkind says what holds for every database.
$cfg['passkind'] = ['service' => 'phpmyadmin', 'provider' => 'infomaniak'];

// phpMyAdmin's policy lets scripts of its own site run, WebAssembly too: nothing is added to it while passkind stands in phpMyAdmin's
// folder. Only where another host serves it, that one is named:
// $cfg['CSPAllow'] = 'https://static.example.org';
