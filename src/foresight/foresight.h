// The door of foresight: what is likely next. One section a thing.
#pragma once

#include "foresight/events/forecaster.h"
#include "foresight/pairs/act_class.h"
#include "foresight/pairs/pair_backtest.h"
#include "foresight/pairs/pair_history.h"
#include "foresight/pairs/pair_model.h"
