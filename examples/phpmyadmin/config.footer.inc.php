<?php

// phpMyAdmin prints this file below each of its pages; the sign-in form is on those without a connection.
if (!isset($GLOBALS['dbi']) || !$GLOBALS['dbi']->isConnected()) {
    (static function (): void {
        // What the database server answers to a name and password that it does not take: wrong, without a password, expired, blocked
        // after many attempts, locked. They count alike; a server that is not there, or takes nobody, has judged no pair.
        $isRefused = in_array(mysqli_connect_errno(), [1045, 1698, 1862, 4150, 4151], true);

        // phpMyAdmin empties its session at every attempt: the form carries along which name was refused how often.
        $carried = is_string($_POST['passkind'] ?? null) ? $_POST['passkind'] : '';
        [$before, $times] = preg_match('/^([0-9a-f]{64}):([0-9]{1,3})$/', $carried, $parts) ? [$parts[1], (int) $parts[2]] : ['', 0];
        if ($isRefused) {
            $name = is_string($_POST['pma_username'] ?? null) ? $_POST['pma_username'] : '';
            $now = hash_hmac('sha256', $name, (string) $GLOBALS['cfg']['blowfish_secret']);
            [$before, $times] = [$now, $now === $before ? $times + 1 : 1];
        }
        $attributes = [
            'data-options' => json_encode($GLOBALS['cfg']['passkind'] ?? ['service' => 'phpmyadmin']),
            'data-refused' => $isRefused ? $times : 0,
            'data-carried' => $before === '' ? '' : "$before:$times",
        ];
        echo '<link rel="stylesheet" href="passkind/passkind.css"><script id="passkind" type="module" src="passkind.js"';
        foreach ($attributes as $attribute => $value) {
            echo " $attribute=\"", htmlspecialchars((string) $value), '"';
        }
        echo '></script>';
    })();
}
